package org.ohmgrad.device.law;

import java.util.List;
import org.ohmgrad.settings.Check;

/**
 * Independent noises in one cell: their variances add.
 *
 * @param parts the noises, at least one
 */
public record SumReadNoise(List<ReadNoise> parts) implements ReadNoise {
    /** Refuses an empty sum. */
    public SumReadNoise {
        Check.that()
                .rule("parts", !parts.isEmpty(), "must name at least one noise")
                .holds();
        parts = List.copyOf(parts);
    }

    @Override
    public List<VarianceTerm> terms() {
        return parts.stream().flatMap(part -> part.terms().stream()).toList();
    }

    @Override
    public ReadNoise at(double kelvin) {
        return new SumReadNoise(parts.stream().map(part -> part.at(kelvin)).toList());
    }

    @Override
    public boolean isAt(double kelvin) {
        return parts.stream().allMatch(part -> part.isAt(kelvin));
    }

    @Override
    public double steadySeconds() {
        return parts.stream().mapToDouble(ReadNoise::steadySeconds).min().orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public Fit fit() {
        return parts.stream().map(ReadNoise::fit).reduce(Fit.ANYWHERE, Fit::and);
    }
}
