using System.CommandLine;
using System.Text;
using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using PartyRules.JsonSchemas;
using PartyRules.Reading;
using PartyRules.Schemes;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules schemes</c>: lists the built-in schemes, or shows one.</summary>
internal static class SchemesCommand
{
    private static readonly (string Name, Func<string> Text)[] Schemas =
    [
        ("scheme", () => SchemeJsonSchema.OfSchemes),
        ("layer", () => SchemeJsonSchema.OfLayers),
        ("cases", () => SchemeJsonSchema.OfCases),
    ];

    public static Command Make(Streams streams)
    {
        var lang = CommonOptions.Lang();
        var id = new Argument<string>("ID") { Description = Texts.Help("help.id") };
        var origins = new Option<bool>("--origins") { Description = Texts.Help("help.origins") };
        var show = new Command("show", Texts.Help("help.schemes-show")) { id, origins, lang };
        show.SetAction(parsed => Guard.Run(streams, CommonOptions.LanguageOf(parsed, lang), () =>
        {
            if (parsed.GetValue(origins))
                ShowOrigins(streams, GivenSchemes.Read(parsed.GetValue(id)!), CommonOptions.LanguageOf(parsed, lang));
            else
                streams.Out.Write(WithSchemaBeside(Encoding.UTF8.GetString(BuiltInSchemes.Text(parsed.GetValue(id)!).Span)));
        }));
        var command = new Command("schemes", Texts.Help("help.schemes")) { show, Schema(streams), lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            return Guard.Run(streams, language, () => List(streams, language));
        });
        return command;
    }

    private static Command Schema(Streams streams)
    {
        var of = new Argument<string>("OF") { Description = Texts.Help("help.schema-of"), DefaultValueFactory = _ => "scheme" };
        of.AcceptOnlyFromAmong([.. Schemas.Select(schema => schema.Name)]);
        var output = new Option<string?>("--out") { Description = Texts.Help("help.schema-out") };
        CommonOptions.RequireName(output);
        var lang = CommonOptions.Lang();
        var command = new Command("schema", Texts.Help("help.schemes-schema")) { of, output, lang };
        command.SetAction(parsed => Guard.Run(streams, CommonOptions.LanguageOf(parsed, lang), () =>
        {
            if (parsed.GetValue(output) is { } folder)
                WriteSchemas(streams, folder, CommonOptions.LanguageOf(parsed, lang));
            else
                streams.Out.Write(Schemas.Single(schema => schema.Name == parsed.GetValue(of)).Text());
        }));
        return command;
    }

    /// <summary>A scheme that is shown is shown to be kept: its JSON Schema is then the file of that name beside it.</summary>
    private static string WithSchemaBeside(string text) =>
        text.Replace("\"../../../../docs/schemes/partyrules-", "\"partyrules-", StringComparison.Ordinal);

    private static void WriteSchemas(Streams streams, string folder, Language language)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in Schemas)
        {
            var path = Path.Combine(folder, $"partyrules-{name}.schema.json");
            File.WriteAllText(path, text());
            streams.Out.WriteLine(Texts.In(language, "schemes.schema-written", path));
        }
    }

    private static void ShowOrigins(Streams streams, Scheme scheme, Language language)
    {
        if (scheme.Origins.Count == 0)
            streams.Out.WriteLine(Texts.In(language, "schemes.no-layers", scheme.ToString()));
        foreach (var origin in scheme.Origins.OrderBy(origin => origin.Path, StringComparer.Ordinal))
            streams.Out.WriteLine(
                Texts.In(language, "schemes.origin", origin.Path, origin.Scheme, origin.Location) + Dates(origin, language));
    }

    private static string Dates(ValueOrigin origin, Language language) => string.Concat(
        origin.From is { } from ? Texts.In(language, "schemes.from", $"{from:O}") : "",
        origin.To is { } to ? Texts.In(language, "schemes.to", $"{to:O}") : "");

    private static void List(Streams streams, Language language)
    {
        var schemes = new Listing(language, null, new("schemes.id", IsCode: true), new("schemes.version"), new("schemes.name"));
        foreach (var scheme in BuiltInSchemes.Ids.Select(BuiltInSchemes.Get))
            schemes.Add(scheme.Id, scheme.Version, scheme.Name.In(language));
        schemes.WriteTo(streams.Console);
    }
}
