using System.CommandLine;
using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using PartyRules.Data;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules convert</c>: writes a data set as it was understood, before anything is scored.</summary>
internal static class ConvertCommand
{
    public static Command Make(Streams streams)
    {
        var data = CommonOptions.Data();
        var scheme = CommonOptions.Schemes();
        var period = CommonOptions.Period();
        var output = new Option<string>("--out") { Description = Texts.Help("help.convert-out"), Required = true };
        CommonOptions.RequireName(output);
        var lang = CommonOptions.Lang();
        var command = new Command("convert", Texts.Help("help.convert")) { data, scheme, period, output, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            return Guard.Run(streams, language, () =>
            {
                var (folder, target) = (parsed.GetValue(data)!, parsed.GetValue(output)!);
                GivenSchemes.RefuseOutput(Path.Combine(target, "subjects.csv"), folder, parsed.GetValue(scheme)!);
                var read = DataSetReader.Read(folder, GivenSchemes.ReadVersions(parsed.GetValue(scheme)!), parsed.GetValue(period));
                DataSetWriter.Write(target, read.Subjects, read.Entries);
                Summary.WriteNotices(streams.Out, read.Notices, language);
                streams.Out.WriteLine(Texts.In(language, "convert.done", target, read.Subjects.Count, read.Entries.Count));
            });
        });
        return command;
    }
}
