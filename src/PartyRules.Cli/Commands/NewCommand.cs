using System.CommandLine;
using System.Globalization;
using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using PartyRules.Data;
using PartyRules.Data.Samples;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules new</c>: makes invented data to try things on, or a first scheme of one's own.</summary>
internal static class NewCommand
{
    public static Command Make(Streams streams)
    {
        var members = new Option<int>("--members") { Description = Texts.Help("help.members"), DefaultValueFactory = _ => 200 };
        var seed = new Option<ulong>("--seed") { Description = Texts.Help("help.seed"), DefaultValueFactory = _ => 1 };
        var year = new Option<int>("--year") { Description = Texts.Help("help.year"), DefaultValueFactory = _ => 2026 };
        var kind = new Option<string>("--kind") { Description = Texts.Help("help.kind"), DefaultValueFactory = _ => "county" };
        kind.AcceptOnlyFromAmong("county", "township");
        var output = new Option<string>("--out") { Description = Texts.Help("help.new-out"), Required = true };
        var shuffled = new Option<bool>("--shuffled") { Description = Texts.Help("help.shuffled") };
        var lang = CommonOptions.Lang();
        RequirePositive(members);
        CommonOptions.RequireYear(year);
        CommonOptions.RequireName(output);
        var data = new Command("data", Texts.Help("help.new-data")) { members, seed, year, kind, shuffled, output, lang };
        data.SetAction(parsed => Guard.Run(streams, CommonOptions.LanguageOf(parsed, lang), () =>
        {
            var (count, start, folder) = (parsed.GetValue(members), parsed.GetValue(seed), parsed.GetValue(output)!);
            var (subjects, entries) = parsed.GetValue(kind) == "county"
                ? (SampleCounty.Subjects(count, start), SampleCounty.Entries(count, start, parsed.GetValue(year)))
                : (SampleTownship.Subjects(count), SampleTownship.Entries(count, start, parsed.GetValue(year)));
            DataSetWriter.Write(folder, subjects, entries, parsed.GetValue(shuffled) ? start : null);
            streams.Out.WriteLine(Texts.In(CommonOptions.LanguageOf(parsed, lang), "new.done", folder, count));
        }));
        return new Command("new", Texts.Help("help.new")) { data, NewScheme.Make(streams), NewMapping.Make(streams) };
    }

    private static void RequirePositive(Option<int> option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && !IsPositive(result.Tokens[0].Value))
            result.Refuse("usage.positive", option.Name, result.Tokens[0].Value);
    });

    private static bool IsPositive(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number is >= 1 and <= 100_000_000;
}
