/*
 * Words as search compares them: without case and marks, by stem and root, by sound, and how far two are apart. Queries
 * and the words of the index go through the same functions. `flatten` and `tokens` do what socialmap/text/tokens.py does.
 */

const ARABIC = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي', ـ: '' };
const ARTICLE = /^(?:وال|بال|كال|فال|لل|ال)(?=..)/;
const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
const INSIDE_WORDS = /['’`´\u00ad\u200c\u200d]/g;
const INITIALS = /(?<![\p{L}\p{N}])([\p{L}\p{N}])\.(?=[\p{L}\p{N}](?:\.|$|[^\p{L}\p{N}_]))/gu;

export function flatten(text) {
  const one = (table) => (letter) => table[letter] ?? letter;
  const arabic = text.replace(/[\u0622-\u064a\u0671]/g, one(ARABIC));
  const bare = arabic.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return bare.replace(/[ßæœøłđı]/g, one(LETTERS)).replace(/[\u0622-\u064a\u0671]/g, one(ARABIC));
}

export function tokens(text) {
  return flatten(text).replace(INSIDE_WORDS, '').replace(INITIALS, '$1').match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function slug(text) {
  const flat = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return flat.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80).replace(/-+$/, '');
}

/** An Arabic word without its article and what stands before that; other words as they are. */
export function withoutArticle(word, language) {
  return language === 'ar' ? word.replace(ARTICLE, '') : word;
}

/* The stem is the same for the forms of one word, the root for the words of one family. */

export function stem(word, language) {
  return (STEMS[language] ?? ((same) => same))(word);
}

export function root(word, language) {
  return (ROOTS[language] ?? ((same) => same))(word);
}

const VOWEL = /[aeiouy]/;
const DUTCH_ENDINGS = /(ingen|ing|heden|heid|elijke?|lijke?|ische?|schap|erij|aties?|ators?|ieve?|ief|isten?|ist|aren|aar|sters?|ers?|igde?|ige?|ie|tjes?|pjes?|jes?)$/;

const STEMS = {
  nl(word) {
    if (word.length < 4) return word;
    let bare = word.replace(/([b-df-hj-np-rtv-zey])s$/, '$1');
    bare = bare.replace(/(.{2,}[^aeiou])en$/, '$1');
    if (bare === word || bare.length > 4) bare = bare.replace(/(.{2,}[^aeiou])e$/, '$1');
    return settled(VOWEL.test(bare) ? bare : word);
  },
  en(word) {
    if (word.length < 4) return word;
    const one = word.replace(/ies$/, 'y').replace(/(ss|sh|ch|x)es$/, '$1').replace(/([^su])s$/, '$1');
    const bare = one.replace(/(.*[aeiouy].*)(?:ing|ed)$/, '$1').replace(/([^aeiouls])\1$/, '$1');
    return (bare.length < 3 ? one : bare).replace(/y$/, 'i').replace(/e$/, '');
  },
  ar(word) {
    const bare = withoutArticle(word, 'ar');
    return bare.length > 3 ? bare.replace(/(?:ات|ين|ون|ان|ها|ه|ي)$/, '') : bare;
  },
};

const ROOTS = {
  nl(word) {
    const participle = /^ge.{4,}(?:d|t|den|te|de|en)$/.test(word) && !/^ge(?:ld|z|meen|b)/.test(word) ? word.slice(2) : word;
    let bare = STEMS.nl(participle);
    const shorter = bare.replace(DUTCH_ENDINGS, '');
    if (shorter.length >= 3 && VOWEL.test(shorter)) bare = shorter;
    return settled(bare.replace(/(.{3,}[^aeiou])[dt]$/, '$1').replace(/(..[aiou])s$/, '$1'));
  },
  en: (word) => STEMS.en(word).replace(/(.{4,}?)(?:ation|ment|ness|er|or|ies|ity|al|ly|i)$/, '$1'),
  ar: (word) => STEMS.ar(word),
};

/* Dutch doubles letters to keep a sound: lopen and loop, brieven and brief, bussen and bus. */
function settled(word) {
  return word.replace(/([b-df-hj-np-tv-z])\1$/, '$1').replace(/([aeou])\1(?=[^aeiou]*$)/, '$1')
    .replace(/v$/, 'f').replace(/z$/, 's');
}

/* How a word sounds, written in one way: people write ei for ij and d for t. */
export function sound(word) {
  return word.replace(/ph/g, 'f').replace(/th/g, 't').replace(/ch/g, 'g').replace(/c(?=[eiy])/g, 's').replace(/[cq]/g, 'k')
    .replace(/x/g, 'ks').replace(/z/g, 's').replace(/v/g, 'f').replace(/ij|ei|y/g, 'y').replace(/ou|au/g, 'w')
    .replace(/ie/g, 'i').replace(/oe/g, 'u').replace(/d(?=t?$)/, 't').replace(/(.)\1+/g, '$1');
}

/** How many letters to add, drop, change or swap with a neighbour; `limit + 1` when it is more than that. */
export function distance(left, right, limit) {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let before = [];
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i += 1) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= right.length; j += 1) {
      let best = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (left[i - 1] !== right[j - 1]));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) best = Math.min(best, before[j - 2] + 1);
      current.push(best);
      least = Math.min(least, best);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[right.length];
}
