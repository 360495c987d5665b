package com.rjchronos.assembly;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.AbstractUserAuth;
import org.apache.sshd.client.auth.UserAuth;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.buffer.Buffer;

/** The ways to log in that the shell's door offers: a client that knows them all, asks for what it may try, and tries none. */
final class OfferedByShell {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> KNOWN = List.of("password", "keyboard-interactive", "hostbased", "publickey");

    private OfferedByShell() {}

    static Set<String> at(int port) throws IOException {
        Set<String> offered = new ConcurrentSkipListSet<>();
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setUserAuthFactories(KNOWN.stream()
                    .<UserAuthFactory>map(name -> new Method(name, offered))
                    .toList());
            client.setServerKeyVerifier((session, address, key) -> true);
            client.start();
            try (ClientSession session =
                    client.connect("karaf", "127.0.0.1", port).verify(PATIENCE).getSession()) {
                session.auth().verify(PATIENCE);
                offered.add("none");
            } catch (SshException refused) {
                return offered;
            }
        }
        return offered;
    }

    /** Made only for what the server offers. */
    private record Method(String name, Set<String> offered) implements UserAuthFactory {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public UserAuth createUserAuth(ClientSession session) {
            offered.add(name);
            return new AbstractUserAuth(name) {
                @Override
                protected boolean sendAuthDataRequest(ClientSession current, String service) {
                    return false;
                }

                @Override
                protected boolean processAuthDataRequest(ClientSession current, String service, Buffer buffer) {
                    return false;
                }
            };
        }
    }
}
