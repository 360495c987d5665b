package com.rjchronos.inventory.connector;

import com.rjchronos.spi.VendorConnector;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** What bundles ask of each other, read from their manifests: no code of theirs is loaded. */
final class Requirements {
    private static final String OURS = "com.rjchronos.";
    private static final String SPI = VendorConnector.class.getPackageName();
    private static final Pattern NAMED = Pattern.compile("[(][^()=<>~]+=" + Pattern.quote(OURS));
    private static final Pattern FROM = Pattern.compile("(!\\()?[(]?version(>=|<=)([^()]+)[)]");

    private Requirements() {}

    /** Whether it needs, or would take, a package, a bundle, a host or another capability of the house. */
    static boolean asksForOurs(BundleRevision revision) {
        return revision.getDeclaredRequirements(null).stream()
                .anyMatch(r -> NAMED.matcher(filter(r)).find());
    }

    /** Whether it would be a connector: it needs what one implements, and is not who offers it. */
    static boolean wantsToConnect(BundleRevision revision) {
        return revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .anyMatch(
                                r -> packageName(filter(r)).filter(SPI::equals).isPresent())
                && revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .noneMatch(c -> SPI.equals(c.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
    }

    /** Whether it is of the house. */
    static boolean isOurs(BundleCapability capability) {
        return capability.getRevision().getSymbolicName() != null
                && capability.getRevision().getSymbolicName().startsWith(OURS);
    }

    static boolean mandatory(BundleRequirement requirement) {
        String resolution = requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE);
        String effective = requirement.getDirectives().get(Constants.EFFECTIVE_DIRECTIVE);
        return (resolution == null || resolution.equals(Constants.RESOLUTION_MANDATORY))
                && (effective == null || effective.equals(Constants.EFFECTIVE_RESOLVE));
    }

    /** What is missing, for people: {@code needs com.rjchronos.spi [2.0.0,3.0.0), the appliance has 1.0.0}. */
    static String missing(BundleRequirement requirement, List<BundleCapability> offered) {
        if (!requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
            return "needs " + requirement.getNamespace() + " " + filter(requirement);
        }
        String name = packageName(filter(requirement)).orElse("a package");
        List<String> versions = offered.stream()
                .filter(c -> name.equals(c.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(c -> c.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .map(String::valueOf)
                .distinct()
                .toList();
        return "needs " + name + range(filter(requirement))
                + (versions.isEmpty()
                        ? ", which the appliance does not have"
                        : ", the appliance has " + String.join(" and ", versions));
    }

    private static Optional<String> packageName(String filter) {
        Matcher name = Pattern.compile("[(]" + Pattern.quote(PackageNamespace.PACKAGE_NAMESPACE) + "=([^()]+)[)]")
                .matcher(filter);
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }

    /** As a manifest writes it, with a blank before; empty if any will do. */
    private static String range(String filter) {
        String low = "";
        String high = "";
        Matcher bound = FROM.matcher(filter);
        while (bound.find()) {
            boolean not = bound.group(1) != null;
            boolean atLeast = bound.group(2).equals(">=");
            String version = bound.group(3);
            if (atLeast != not) {
                low = (not ? "(" : "[") + version;
            } else {
                high = version + (not ? ")" : "]");
            }
        }
        if (low.isEmpty() && high.isEmpty()) {
            return "";
        }
        if (high.isEmpty()) {
            return low.equals("[" + Version.emptyVersion) ? "" : " " + low.substring(1) + " or newer";
        }
        return " " + (low.isEmpty() ? "[0" : low) + "," + high;
    }

    private static String filter(BundleRequirement requirement) {
        return requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
    }
}
