import { DAY, HOUR, type Moment } from "./time.js";
import { fold, words } from "./unicode.js";

/** A stretch of time in which something was that a text speaks of. */
export interface Stretch {
	/** ms since the epoch, both. */
	readonly from: number;
	readonly to: number;
	/**
	 * P(a contact is on record in it and in no earlier stretch | the author's own record, and the text speaks of one).
	 * Rates to calibrate.
	 */
	readonly m: number;
}

/** Stretches by how far back they begin and end, in ms before the text was written. */
type Ago = readonly { readonly from: number; readonly to?: number; readonly m: number }[];

/** People write on hold, and what they write about is filed a little later. */
const EARLY = HOUR / 4;
/** No place is further ahead of UTC, or further behind. */
const EAST = 14 * HOUR;
const WEST = 12 * HOUR;

/** Nothing is said of the time: mostly it has just been. */
const lately: Ago = [
	{ from: HOUR, m: 0.3 },
	{ from: 6 * HOUR, m: 0.15 },
	{ from: DAY, m: 0.1 },
];
/** A day begins somewhere else at another time, and nobody says where they are: hence the width of these. */
const thisMorning: Ago = [
	{ from: 6 * HOUR, m: 0.35 },
	{ from: 18 * HOUR, m: 0.25 },
];
const today: Ago = [
	{ from: HOUR, m: 0.25 },
	{ from: 6 * HOUR, m: 0.2 },
	{ from: DAY, m: 0.15 },
];
const lastNight: Ago = [{ from: 36 * HOUR, m: 0.6 }];
const yesterday: Ago = [{ from: 2 * DAY, m: 0.6 }];
/** Weeks ago: too many contacts were since. */
const longAgo: Ago = [];

/** Folded; en, es, pt, fr, de, it, nl. What stands first counts where one contains the other. */
const phrases: readonly (readonly [said: string, when: Ago])[] = [
	["last night|anoche|hier soir|gestern abend|ontem a noite|ieri sera|gisteravond", lastNight],
	["yesterday|ayer|gestern|ontem|ieri|gisteren", yesterday],
	// In German, "hier" is here.
	["hier je|hier j'ai|vous .{0,40}hier|j'ai .{0,40}hier|hier vous", yesterday],
	["this morning|esta manana|esta manha|ce matin|heute morgen|heute fruh|stamattina|vanochtend|vanmorgen", thisMorning],
	[
		"today|tonight|this (?:afternoon|evening)|hoy|esta tarde|hoje|aujourd'hui|cet apres midi|heute|oggi|vandaag|vanmiddag",
		today,
	],
	[
		"(?:weeks?|months?|years?) ago|last (?:week|month|year)|la semana pasada|semana passada|la semaine derniere",
		longAgo,
	],
	["letzten? (?:woche|monat|jahr)|vor (?:\\p{L}+ )?(?:wochen|monaten|jahren)|settimana scorsa|vorige week", longAgo],
];
const patterns = phrases.map(([said, when]) => [new RegExp(` (?:${said}) `, "u"), when] as const);

/** Sunday first, as Date counts. */
const weekdays: readonly RegExp[] = [
	"sunday|domingo|dimanche|sonntag|domenica|zondag",
	"monday|lunes|segunda feira|lundi|montag|lunedi|maandag",
	"tuesday|martes|terca feira|mardi|dienstag|martedi|dinsdag",
	"wednesday|miercoles|quarta feira|mercredi|mittwoch|mercoledi|woensdag",
	"thursday|jueves|quinta feira|jeudi|donnerstag|giovedi|donderdag",
	"friday|viernes|sexta feira|vendredi|freitag|venerdi|vrijdag",
	"saturday|sabado|samedi|samstag|sonnabend|sabato|zaterdag",
].map((names) => new RegExp(` (?:${names}) `));

/** "two hours ago", "vor 3 Tagen", "hace dos horas", "il y a une heure", "due ore fa". */
const numbers: readonly RegExp[] = [
	"an?|one|una?|um|une?|eine[mr]?|een|1",
	"two|dos|dois|duas|deux|zwei|due|twee|2",
	"three|tres|trois|drei|tre|drie|3",
	"four|cuatro|quatro|quatre|vier|quattro|4",
	"five|cinco|cinq|funf|cinque|vijf|5",
].map((each) => new RegExp(`^(?:${each})$`));
const ago =
	/ (?:(vor|hace|il y a|ha|faz) )?([a-z]+|\d) (hours?|horas?|heures?|stunden?|or[ae]|uur|days?|dias?|jours?|tag(?:en)?|giorn[io]|dag(?:en)?)(?: (ago|fa|geleden|atras))? /g;

function agoSaid(line: string): Ago[] {
	const found: Ago[] = [];
	for (const [, before, number = "", unit = "", after] of line.matchAll(ago)) {
		if (before === undefined && after === undefined) continue;
		const count = numbers.findIndex((each) => each.test(number)) + 1;
		if (count === 0) continue;
		const length = /^(?:h|st|or|uur)/.test(unit) ? HOUR : DAY;
		found.push([{ from: (count + 1) * length, to: (count - 1) * length, m: 0.6 }]);
	}
	return found;
}

/** The last such day before the moment, wherever the author is. */
function weekdayBefore({ ms, precisionMs }: Moment, weekday: number): Stretch {
	const midnight = Math.floor((ms + EAST) / DAY) * DAY;
	const begin = midnight - ((new Date(midnight).getUTCDay() - weekday + 7) % 7) * DAY;
	return { from: begin - EAST, to: Math.min(begin + DAY + WEST, ms + precisionMs + EARLY), m: 0.6 };
}

/**
 * When a contact was that a text speaks of: "called yesterday", "on hold", "as I said on Tuesday". Days are the author's,
 * whose time zone is not known, so that the stretches are wide. The likeliest come first; none when it is long ago.
 * Expects clipped text.
 * @param at when the text was written
 */
export function stretchesSaid(text: string, at: Moment): Stretch[] {
	const line = ` ${words(fold(text)).join(" ")} `;
	const said = agoSaid(line);
	const [, phrase] = patterns.find(([pattern]) => pattern.test(line)) ?? [];
	if (phrase !== undefined) said.push(phrase);
	const days = weekdays.flatMap((pattern, weekday) => (pattern.test(line) ? [weekdayBefore(at, weekday)] : []));
	if (said.length === 0 && days.length === 0) said.push(lately);
	const end = at.ms + at.precisionMs;
	const stretches = said.flat().map(({ from, to, m }): Stretch => {
		return { from: at.ms - from, to: end + (to === undefined || to === 0 ? EARLY : -to), m };
	});
	return [...stretches, ...days];
}
