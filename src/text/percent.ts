/** A probability for reading. Never 100 % and never 0 %. */
export function percent(probability: number): string {
	if (probability > 0.999) return "over 99.9 %";
	if (probability < 0.001) return "under 0.1 %";
	return `${(probability * 100).toFixed(1)} %`;
}
