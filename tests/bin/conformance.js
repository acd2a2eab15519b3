#!/usr/bin/env node
// The command `conformance`: puts other implementations through the suite, and shows in a matrix what they have.

import process from "node:process";
import { conformance } from "../conformance/conformance.js";

process.exitCode = await conformance(process.argv.slice(2));
