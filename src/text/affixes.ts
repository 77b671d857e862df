/** Words that people put around their name in a handle, folded: roles, professions, places, and plain decoration. */
const words = (
	"real the its im iam official officiel oficial oficiel tweets tweet hq tv news info online live fm radio media blog " +
	"mr mrs ms miss dr prof sir coach chef dj mc captain rep congressman congresswoman sen senator gov governor mayor " +
	"president pres mp mpp mla msp mep mdb deputy depute deputee dep minister councillor cllr candidate judge sheriff " +
	"team for vote elect campaign office press pr support help care service ask contact " +
	"dev codes code coder tech data web design designs art arts artist music photo photos photography film films vfx 3d " +
	"writer writes author books book poet editor journo reporter realtor realty law lawyer legal md phd nurse rn fit " +
	"fitness yoga runs golf cooks eats travels gaming games plays yt ttv us usa uk eu ny nyc la sf dc tx ca fl uk ie de " +
	"fr es it nl be ch at se no dk fi br mx ar cl pt ru ua pl in au nz za jp kr page fan club says speaks daily now here " +
	"al ak az ar ct ga hi id il ia ks ky md ma mi mn ms mo mt ne nv nh nj nm nc nd oh ok or pa ri sc sd tn ut vt va wa wv wi wy"
).split(" ");

/** The affixes, longest known length included so that look-up can stop early. */
export const affixes: ReadonlySet<string> = new Set(words);
export const longestAffix: number = Math.max(...words.map((word) => word.length));
