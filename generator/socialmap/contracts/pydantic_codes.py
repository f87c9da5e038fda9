"""Which of our problem codes each error type of pydantic becomes; a test proves that none is missing."""

from collections.abc import Mapping

BY_CODE: Mapping[str, str] = {
    "SM205": (
        "missing missing_argument missing_keyword_only_argument missing_positional_only_argument "
        "missing_sentinel_error none_required default_factory_not_called ellipsis_error"
    ),
    "SM201": (
        "extra_forbidden invalid_key unexpected_keyword_argument unexpected_positional_argument "
        "multiple_argument_values no_such_attribute"
    ),
    "SM206": (
        "model_type model_attributes_type dataclass_type dataclass_exact_type named_tuple_type "
        "iterable_type iteration_error string_type enum dict_type frozen_dict_type "
        "ordered_dict_type counter_type mapping_type list_type deque_type tuple_type set_type "
        "set_item_not_hashable frozen_set_type arguments_type bytes_type is_instance_of "
        "is_subclass_of callable_type get_attribute_error json_invalid json_type "
        "needs_python_object union_tag_invalid union_tag_not_found"
    ),
    "SM106": "recursion_loop recursion_depth_exceeded",
    "SM207": "literal_error",
    "SM208": (
        "int_type int_parsing int_parsing_size int_from_float float_type float_parsing decimal_type "
        "decimal_parsing decimal_max_digits decimal_max_places decimal_whole_digits fraction_type "
        "fraction_parsing complex_type complex_str_parsing multiple_of finite_number"
    ),
    "SM209": "greater_than greater_than_equal less_than less_than_equal",
    "SM210": (
        "date_type date_parsing date_from_datetime_parsing date_from_datetime_inexact date_past "
        "date_future time_type time_parsing datetime_type datetime_parsing datetime_object_invalid "
        "datetime_from_date_parsing datetime_past datetime_future timezone_naive timezone_aware "
        "timezone_offset time_delta_type time_delta_parsing"
    ),
    "SM211": "too_long string_too_long bytes_too_long url_too_long",
    "SM212": "too_short string_too_short bytes_too_short",
    "SM213": "url_type url_parsing url_syntax_violation url_scheme url_not_public",
    "SM216": "hours_unreadable",
    "SM217": (
        "string_pattern_mismatch string_not_ascii string_unicode bytes_invalid_encoding uuid_type "
        "uuid_parsing uuid_version frozen_field frozen_instance value_error assertion_error"
    ),
    "SM218": "bool_type bool_parsing",
}
CODES: Mapping[str, str] = {name: code for code, names in BY_CODE.items() for name in names.split()}
