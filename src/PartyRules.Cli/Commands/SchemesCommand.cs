using System.CommandLine;
using System.Text;
using PartyRules.Schemes;
using PartyRules.Schemes.JsonSchema;
using Spectre.Console;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules schemes</c>: lists the built-in schemes, or shows one.</summary>
internal static class SchemesCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var lang = CommonOptions.Lang();
        var id = new Argument<string>("ID") { Description = Tool.Help("help.id") };
        var show = new Command("show", Tool.Help("help.schemes-show")) { id, lang };
        show.SetAction(parsed => Tool.Guarded(surroundings, CommonOptions.LanguageOf(parsed, lang), () =>
            surroundings.Out.Write(Encoding.UTF8.GetString(BuiltInSchemes.Text(parsed.GetValue(id)!).Span))));
        var command = new Command("schemes", Tool.Help("help.schemes")) { show, Schema(surroundings), lang };
        command.SetAction(parsed => Tool.Guarded(surroundings, CommonOptions.LanguageOf(parsed, lang), () => List(surroundings, CommonOptions.LanguageOf(parsed, lang))));
        return command;
    }

    private static Command Schema(Surroundings surroundings)
    {
        var of = new Argument<string>("OF") { Description = Tool.Help("help.schema-of"), DefaultValueFactory = _ => "scheme" };
        of.AcceptOnlyFromAmong("scheme", "layer", "cases");
        var command = new Command("schema", Tool.Help("help.schemes-schema")) { of };
        command.SetAction(parsed =>
        {
            surroundings.Out.Write(parsed.GetValue(of) switch { "cases" => SchemeJsonSchema.OfCases, "layer" => SchemeJsonSchema.OfLayers, _ => SchemeJsonSchema.OfSchemes });
            return ExitStatus.Done;
        });
        return command;
    }

    private static void List(Surroundings surroundings, Language language)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in new[] { "schemes.id", "schemes.version", "schemes.name" })
            table.AddColumn(Tool.Texts.In(language, heading));
        foreach (var scheme in BuiltInSchemes.Ids.Select(BuiltInSchemes.Get))
            table.AddRow(Markup.Escape(scheme.Id), Markup.Escape(scheme.Version), Markup.Escape(scheme.Name.In(language)));
        surroundings.Console.Write(table);
    }
}
