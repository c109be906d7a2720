package org.ohmgrad.report.record;

/**
 * Where a result comes from.
 *
 * @param config canonical JSON text of the resolved settings of the run
 * @param configHash SHA-256 of that text, hexadecimal
 * @param commit the git commit of the simulator, or words that say it is unknown
 * @param jdk vendor and version of the Java machine
 * @param version version of Ohmgrad
 * @param resultsVersion raised with any change that changes results
 */
public record Provenance(
        String config, String configHash, String commit, String jdk, String version, int resultsVersion) {}
