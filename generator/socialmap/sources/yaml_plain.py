"""YAML that we ship ourselves, without places or corrections; called by `words`, which the corrections need.

An editor's file is read by `yaml_reader`, which knows those words.
"""

import yaml


def read_plain_yaml(text: str, /) -> object:
    """The value of a YAML text of our own, of which every scalar is the text that was written.

    Raises:
        yaml.YAMLError: the text is not YAML.
    """
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - this loader makes texts, lists and mappings alone
