/** Commands to devices and to the ACS about them: what is sent, what an answer means, and how a lost one is settled. */
package com.rjchronos.genieacs.command;
