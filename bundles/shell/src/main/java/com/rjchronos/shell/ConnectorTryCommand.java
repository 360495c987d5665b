package com.rjchronos.shell;

import com.rjchronos.api.Trials;
import com.rjchronos.model.connector.TrialDocuments;
import com.rjchronos.model.device.DeviceId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.BundleContext;

/** Shows what a connector would read before it is installed. */
@Service
@Command(
        scope = "chronos",
        name = "connector-try",
        description = "Shows what a connector would read, beside what is read today; nothing is stored or installed.")
public final class ConnectorTryCommand implements Action {
    @Reference
    private BundleContext bundles;

    @Argument(name = "file", description = "a .yaml, .jar or .kar", required = true)
    private String file;

    @Option(name = "--devices", description = "ids of devices, with commas between; without it some that it would read")
    private String devices;

    @Option(name = "--samples", description = "a folder of captured documents, instead of devices")
    private String samples;

    @Option(name = "--most", description = "documents at most, 1 to 200, where neither devices nor samples are named")
    private int most = 20;

    @Option(name = "--all", description = "show also what stays the same")
    private boolean all;

    @Override
    public Object execute() throws IOException {
        if (devices != null && samples != null) {
            throw new IllegalArgumentException("it must be --devices or --samples, not both");
        }
        TrialReport report =
                new TrialReport(Desk.door(bundles, Trials.class).of(Desk.caller(), Path.of(file), documents()));
        report.print(System.out, all);
        return null;
    }

    private TrialDocuments documents() throws IOException {
        if (samples != null) {
            return new TrialDocuments.Captured(SampleFolder.documents(Path.of(samples)));
        }
        return devices == null ? new TrialDocuments.Claimed(most) : new TrialDocuments.Devices(ids(devices));
    }

    private static Set<DeviceId> ids(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .map(id -> DeviceId.parse(id)
                        .orElseThrow(
                                () -> new IllegalArgumentException("an id must be a positive number but was " + id)))
                .collect(Collectors.toSet());
    }
}
