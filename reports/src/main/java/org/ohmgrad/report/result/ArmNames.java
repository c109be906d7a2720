package org.ohmgrad.report.result;

import java.util.LinkedHashMap;
import java.util.List;

/** What arms are called in figures and tables. */
public final class ArmNames {
    private final boolean chipsDiffer;

    /** Names that tell apart all arms of results. */
    public ArmNames(Results results) {
        this.chipsDiffer = chipsDiffer(results.shown());
    }

    /** Whether one arm runs on several main chips at one point, so that its name alone is not enough. */
    private static boolean chipsDiffer(List<Results.Group> groups) {
        var chips = new LinkedHashMap<List<Object>, String>();
        return groups.stream().filter(group -> !group.arm().companion()).anyMatch(group -> {
            var arm = group.arm();
            var earlier = chips.putIfAbsent(List.of(arm.arm(), arm.update(), group.point()), arm.chip());
            return earlier != null && !earlier.equals(arm.chip());
        });
    }

    /** The same for all chips of an arm where its name alone is enough: what has one look in all figures. */
    public String family(Results.Arm arm) {
        return chipsDiffer && !arm.companion() ? arm.arm() + ", " + arm.chip() : arm.arm();
    }

    /** Name of an arm's curve or row. */
    public String label(Results.Arm arm) {
        return arm.companion() ? arm.arm() + " (" + arm.chip() + ")" : family(arm);
    }
}
