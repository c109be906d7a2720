package org.ohmgrad.command;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.DiscreteLevels;
import org.ohmgrad.tile.Chip;

/** What follows from a chip's settings, in words. */
final class ChipFacts {
    private static final MathContext DIGITS = new MathContext(4);
    private static final int PLAIN_ZEROS = 6;

    private ChipFacts() {}

    /** One fact a line. */
    static List<String> of(Chip chip) {
        List<String> facts = new ArrayList<>();
        ConductanceLevels levels = chip.cell().bits();
        DeviceModel device = chip.cell().device();
        ConductanceMapping mapping = chip.mapping();
        double range = device.gMax() - device.gMin();
        facts.add("Cells per weight: " + mapping.planes() + ".");
        facts.add("Levels per cell: " + levels.count() + ".");
        if (levels instanceof DiscreteLevels discrete) {
            addSteps(facts, discrete, mapping, range);
        }
        int top = mapping.top(levels);
        float lowest = weight(mapping, mapping.lowest(top), top);
        float highest = weight(mapping, mapping.highest(top), top);
        facts.add(
                Float.isInfinite(highest)
                        ? "Weights are not bounded."
                        : "Weights lie in [" + shown(lowest) + ", " + shown(highest) + "].");
        facts.add("Current of one fully-on input through one fully-on cell, above gMin: "
                + shown(chip.readVoltage() * range) + " ampere.");
        facts.addAll(ConverterFacts.of(chip));
        facts.addAll(WriteFacts.of(chip));
        return facts;
    }

    private static void addSteps(List<String> facts, DiscreteLevels levels, ConductanceMapping mapping, double range) {
        int top = mapping.top(levels);
        if (Float.isFinite(mapping.highest(top))) {
            facts.add("Distinct weights: " + mapping.distinctWeights(levels.bits()) + ".");
        }
        facts.add("Step between two levels: " + shown(range / top) + " siemens, or " + shown(mapping.weightPerStep(top))
                + " in weight.");
    }

    private static float weight(ConductanceMapping mapping, float target, int top) {
        return (target - mapping.zero(top)) * mapping.weightPerStep(top);
    }

    static String shown(double value) {
        return shown(new BigDecimal(value).round(DIGITS));
    }

    /** A number as people write it: 8, 0.02, 1.5e-8. */
    static String shown(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        boolean isSmallWhole = stripped.scale() <= 0 && stripped.scale() > -PLAIN_ZEROS;
        String text = isSmallWhole ? stripped.toPlainString() : stripped.toString();
        return text.replace("E+", "e").replace('E', 'e');
    }
}
