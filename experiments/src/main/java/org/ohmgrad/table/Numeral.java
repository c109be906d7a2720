package org.ohmgrad.table;

/**
 * Decimal numbers as programs and spreadsheets write them: digits with at most one decimal mark, and perhaps an exponent. No
 * names, no hexadecimals, no suffixes, no thousands.
 */
final class Numeral {
    private static final double[] TENS = new double[23];
    /** Below 2^53, so that it is exact. */
    private static final long LARGEST_EXACT = 1L << 53;

    static {
        double ten = 1;
        for (int k = 0; k < TENS.length; k++) {
            TENS[k] = ten;
            ten *= 10;
        }
    }

    private Numeral() {}

    /** Where the decimal mark stands; the end of the numeral if it has none, -1 if this is no number. */
    static int mark(char[] text, int from, int to) {
        int at = skipSign(text, from, to);
        int mark = skipDigits(text, at, to);
        boolean marked = mark < to && (text[mark] == '.' || text[mark] == ',');
        int end = marked ? skipDigits(text, mark + 1, to) : mark;
        int digits = end - at - (marked ? 1 : 0);
        return digits > 0 && isExponent(text, end, to) ? (marked ? mark : to) : -1;
    }

    /** The value nearest to a numeral whose mark is where {@link #mark} says. */
    static double value(char[] text, int from, int to, int mark) {
        int at = skipSign(text, from, to);
        long digits = 0;
        int after = 0;
        for (; at < to && digits < LARGEST_EXACT / 16; at++) {
            if (at != mark) {
                int digit = text[at] - '0';
                if (digit < 0 || digit > 9) {
                    break;
                }
                digits = 10 * digits + digit;
                after += at > mark ? 1 : 0;
            }
        }
        if (at < to || after >= TENS.length) {
            return parsed(text, from, to);
        }
        // Both numbers are exact, so one division rounds rightly.
        double value = digits / TENS[after];
        return text[from] == '-' ? -value : value;
    }

    private static double parsed(char[] text, int from, int to) {
        return Double.parseDouble(new String(text, from, to - from).replace(',', '.'));
    }

    private static boolean isExponent(char[] text, int from, int to) {
        if (from == to) {
            return true;
        }
        if (text[from] != 'e' && text[from] != 'E') {
            return false;
        }
        int digits = skipSign(text, from + 1, to);
        return digits < to && skipDigits(text, digits, to) == to;
    }

    private static int skipSign(char[] text, int from, int to) {
        return from < to && (text[from] == '+' || text[from] == '-') ? from + 1 : from;
    }

    private static int skipDigits(char[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }
}
