package com.rjchronos.port;

import com.rjchronos.model.problem.Violation;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an ACS does with its devices by itself: presets that choose devices, and the scripts they run. All is put whole and looked over first, because GenieACS
 * takes anything, and then one bad preset lets no device connect. A change takes up to 5 s to reach the devices' sessions.
 *
 * <p>Throws {@link com.rjchronos.model.problem.ProblemException}: invalid, with every broken rule; unavailable, if the ACS does not answer.
 */
@ProviderType
public interface AcsSetup {

    /** The presets by name, each as JSON without blanks and with its keys in order, so that two alike are equal. */
    Map<String, String> presets();

    /**
     * What is wrong with presets that are there, by their names, so that no device can connect; only those that are so. A precondition in GenieACS's
     * expression language is not judged.
     */
    Map<String, List<Violation>> fatalPresets();

    /** A preset as {@link #presets} would show it after {@link #putPreset}; changes nothing. */
    String checkedPreset(String name, String json);

    /**
     * Puts a preset: {@code weight}, {@code channel}, {@code events}, {@code schedule}, a {@code precondition} in its JSON form, and
     * {@code configurations} of the types {@code value}, {@code age}, {@code add_tag}, {@code delete_tag}, {@code provision}, {@code add_object} and
     * {@code delete_object}, whose provisions and objects exist.
     */
    void putPreset(String name, String json);

    void deletePreset(String name);

    /** The scripts of provisions by name; those built into GenieACS are not among them. */
    Map<String, String> provisions();

    /** Puts a script, which GenieACS refuses if its syntax is wrong. */
    void putProvision(String name, String script);

    /** Deletes it; a preset that names it runs nothing then. */
    void deleteProvision(String name);

    /** The scripts of virtual parameters by name. */
    Map<String, String> virtualParameters();

    /** Puts the script of a virtual parameter. One that fails at run time faults the refresh of every device's whole tree. */
    void putVirtualParameter(String name, String script);

    void deleteVirtualParameter(String name);

    /** The objects by name, as JSON like presets. */
    Map<String, String> objects();

    /** Puts an object: a flat JSON object of texts, numbers and flags, with {@code _keys}, the list of those that find it. */
    void putObject(String name, String json);

    void deleteObject(String name);
}
