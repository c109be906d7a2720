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
