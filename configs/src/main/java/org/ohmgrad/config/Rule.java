package org.ohmgrad.config;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a component's value must obey.
 *
 * @param words for people: "in [2, 16]"
 * @param minimum smallest value
 * @param above every value is larger than this
 * @param maximum largest value
 */
public record Rule(
        String words, Optional<BigDecimal> minimum, Optional<BigDecimal> above, Optional<BigDecimal> maximum) {
    /** A rule that only words can tell. */
    static Rule inWords(String words) {
        return new Rule(words, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
