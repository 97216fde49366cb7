using System.CommandLine;
using PartyRules.Clauses.Conditions;
using PartyRules.Data;
using PartyRules.Data.Samples;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules new</c>: makes invented data to try things on, or a first scheme of one's own.</summary>
internal static class NewCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var members = new Option<int>("--members") { Description = Tool.Help("help.members"), DefaultValueFactory = _ => 200 };
        var seed = new Option<ulong>("--seed") { Description = Tool.Help("help.seed"), DefaultValueFactory = _ => 1 };
        var year = new Option<int>("--year") { Description = Tool.Help("help.year"), DefaultValueFactory = _ => 2026 };
        var kind = new Option<string>("--kind") { Description = Tool.Help("help.kind"), DefaultValueFactory = _ => "county" };
        kind.AcceptOnlyFromAmong("county", "township");
        var output = new Option<string>("--out") { Description = Tool.Help("help.new-out"), Required = true };
        var shuffled = new Option<bool>("--shuffled") { Description = Tool.Help("help.shuffled") };
        var lang = CommonOptions.Lang();
        Positive(members);
        CommonOptions.IsYear(year);
        CommonOptions.IsNamed(output);
        var data = new Command("data", Tool.Help("help.new-data")) { members, seed, year, kind, shuffled, output, lang };
        data.SetAction(parsed => Tool.Guarded(surroundings, CommonOptions.LanguageOf(parsed, lang), () =>
        {
            var (count, start, folder) = (parsed.GetValue(members), parsed.GetValue(seed), parsed.GetValue(output)!);
            if (parsed.GetValue(kind) == "county")
                DataSetWriter.Write(folder, SampleCounty.Subjects(count, start), SampleCounty.Entries(count, start, parsed.GetValue(year)), parsed.GetValue(shuffled) ? start : null);
            else
                DataSetWriter.Write(folder, SampleTownship.Subjects(count), SampleTownship.Entries(count, start, parsed.GetValue(year)), parsed.GetValue(shuffled) ? start : null);
            surroundings.Out.WriteLine(Tool.Texts.In(CommonOptions.LanguageOf(parsed, lang), "new.done", folder, count));
        }));
        return new Command("new", Tool.Help("help.new")) { data, NewScheme.Make(surroundings) };
    }

    private static void Positive(Option<int> option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100_000_000))
            result.AddError(Tool.Texts.In(Tool.HelpLanguage, "usage.positive", option.Name, result.Tokens[0].Value));
    });
}
