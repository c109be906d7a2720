package org.ohmgrad.report.result;

import org.ohmgrad.report.text.NumberText;

/** Times in the unit a reader would use. */
final class Durations {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;
    private static final double YEAR = 365.25 * DAY;

    private Durations() {}

    /** A time of one minute and more in minutes, hours, days or years; nothing for shorter ones. */
    static String text(double seconds) {
        if (seconds < MINUTE) {
            return "";
        }
        if (seconds < HOUR) {
            return count(seconds / MINUTE, "min");
        }
        if (seconds < DAY) {
            return count(seconds / HOUR, "h");
        }
        return seconds < 0.9 * YEAR ? count(seconds / DAY, "d") : count(seconds / YEAR, "a");
    }

    private static String count(double number, String unit) {
        return NumberText.of(Double.parseDouble(NumberText.fixed(number, number < 10 ? 1 : 0))) + " " + unit;
    }
}
