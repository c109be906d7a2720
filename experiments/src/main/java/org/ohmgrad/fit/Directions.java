package org.ohmgrad.fit;

import java.util.List;
import org.ohmgrad.table.Source;

/** Tells from its name, or else from its conductances, whether a train goes up. */
final class Directions {
    private static final double CERTAIN = 4;

    private Directions() {}

    static boolean isUp(List<Reading> train, Source source) {
        String name = train.get(0).train();
        return Branch.in(name).map(Branch::isUp).orElseGet(() -> rises(train, name, source));
    }

    /** Whether conductance clearly falls with all pulses called up, and rises with those called down. */
    static boolean areOfResistance(List<Reading> readings) {
        Means up = means(readings, true);
        Means down = means(readings, false);
        return up.size() > 0
                && down.size() > 0
                && up.off(1) > CERTAIN * up.off(-1)
                && down.off(-1) > CERTAIN * down.off(1);
    }

    private static Means means(List<Reading> readings, boolean up) {
        return Means.of(
                readings.stream().filter(r -> r.up() == up).map(Reading::point).toList());
    }

    private static boolean rises(List<Reading> train, String name, Source source) {
        Means means = Means.of(train.stream().map(Reading::point).toList());
        double ifRising = means.off(1);
        double ifFalling = means.off(-1);
        if (Math.max(ifRising, ifFalling) < CERTAIN * Math.min(ifRising, ifFalling) || ifRising == ifFalling) {
            throw source.refuse("does not say which pulses go up"
                    + (name.isEmpty() ? "" : " in train \"" + Source.shown(name) + "\"")
                    + ", and its conductances neither rise nor fall clearly: add a column branch (up or down)");
        }
        return ifRising < ifFalling;
    }
}
