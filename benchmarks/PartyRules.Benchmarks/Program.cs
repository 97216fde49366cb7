using BenchmarkDotNet.Running;
using PartyRules.Benchmarks;

switch (args)
{
    case ["end-to-end", var folder, var members, .. var more] when more.Length <= 2:
        return EndToEnd.Run(folder, Number(members), more.Length > 0 ? Number(more[0]) : 1, more.Length > 1 ? more[1] : null);
    case ["duckdb", var data, var output]:
        return EndToEnd.DuckDb(data, output);
    case ["growth", .. var words] when words.Length <= 1:
        return Growth.Run(words.Length > 0 ? words[0] : "");
    case ["least", .. var words] when words.Length <= 2:
        return Least.Run(words.Length > 0 ? words[0] : "", words.Length > 1 ? Number(words[1]) : 2000);
    case ["web", var requests, var parallel]:
        return await WebLoad.RunAsync(Number(requests), Number(parallel)).ConfigureAwait(false);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
