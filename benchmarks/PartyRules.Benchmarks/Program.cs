using BenchmarkDotNet.Running;
using PartyRules.Benchmarks;

switch (args)
{
    case ["end-to-end", var folder, var members]:
        return EndToEnd.Run(folder, int.Parse(members, System.Globalization.CultureInfo.InvariantCulture));
    case ["duckdb", var data, var output]:
        return EndToEnd.DuckDb(data, output);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
