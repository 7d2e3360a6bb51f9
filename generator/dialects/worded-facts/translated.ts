/** The commonest words for facts in German, French, Spanish, Portuguese, Italian, Japanese and Korean. */
import { beginsElsewhere, endsElsewhere } from './sentences.ts';
import { value } from './values.ts';
import { pattern } from './wording.ts';

const field = String.raw`(?:(?:dieses\s+|das\s+|ce\s+|le\s+|este\s+|el\s+|questo\s+|il\s+)?(?:feld|parameter|champ|paramètre|campo|parámetro|parametro)\s+(?:(?:ist|est|es|é|è)\s+)?)?`;
const required = String.raw`pflicht(?:feld|angabe)?|erforderlich|verpflichtend|notwendig|obligatoire|requise?|obligatori[oa]|requerid[oa]|obrigatóri[oa]|obbligatori[oa]|必須(?:項目|フィールド|パラメーター?|です)?|필수(?:\s?(?:항목|필드|값|입력))?`;
const optional = String.raw`optionale(?:s\s+feld)?|fakultativ|freiwillig|kann\s+(?:weggelassen\s+werden|fehlen|entfallen)|facultati(?:f|ve)|optionnel(?:le)?|opcional|facoltativ[oa]|opzionale|任意(?:項目)?|省略可能?|オプション|선택(?:\s?(?:사항|항목))?`;
const standard = String.raw`standard(?:wert|mäßig)?|voreinstellung|vorgabe(?:wert)?|(?:valeur\s+)?par\s+défaut|(?:valor\s+)?(?:por\s+defecto|predeterminado|padrão)|(?:valore\s+)?predefinito|デフォルト値?|既定値|初期値|기본값`;
const deprecated = String.raw`veraltet|nicht\s+mehr\s+verwenden|obsolète|déprécié(?:e)?|obsoleto|en\s+desuso|descontinuado|deprecato|非推奨|廃止(?:予定|済み)?|더\s?이상\s?사용되지\s?않음|(?:지원|사용)\s?중단`;
const unsupported = String.raw`(?:(?:derzeit|noch|momentan)\s+)?nicht\s+(?:mehr\s+)?unterstützt|(?:non|pas(?:\s+encore)?)\s+(?:pris(?:e)?\s+en\s+charge|supporté(?:e)?)|no\s+(?:compatible|soportado|admitido)|não\s+suportado|non\s+supportato|未対応|(?:未|非)サポート|サポートされていません|지원되지\s?않음|미지원`;

/** The words of a kind, for what looks whether a text may have any. */
export const translatedWords = { required, optional, standard, deprecated, unsupported };

const alone = (words: string): RegExp =>
  pattern(`${beginsElsewhere}${field}(?:${words})${endsElsewhere}`);

/** Wordings of a field, as they are patterns of its kind of fact. */
export const translated = {
  requiredness: alone(`${required}|${optional}`),
  default: pattern(
    String.raw`${beginsElsewhere}(?:${standard})\s*(?:[:：=]|は|(?:ist|est|es|é|è)(?=\s))?\s*${value}`,
  ),
  deprecation: alone(deprecated),
  support: alone(unsupported),
};

const onlyOptional = new RegExp(optional, 'i');

/** Whether words of another language say that a field need not be there. */
export function saysOptionalElsewhere(words: string): boolean {
  return onlyOptional.test(words);
}
