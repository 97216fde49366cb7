using System.Collections.Frozen;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;

namespace PartyRules.Schemes;

/// <summary>
/// The words by which data may call what a scheme knows. Readers of data put the code in the place of each; results and explanations hold
/// codes alone.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SchemeWords
{
    private static readonly string[] StandardKinds = ["member", "branch", "household", "unit"];
    private static readonly MessageCatalog KindNames = new(
        "PartyRules.Resources.SubjectKinds", typeof(SchemeWords).Assembly);

    internal SchemeWords(Scheme scheme, SchemeAliases aliases)
    {
        SubjectColumns = new(
            [.. StandardColumns.NamedOfSubjects, .. scheme.Attributes.Select(pair => Named(pair.Key, pair.Value.Name))],
            aliases.SubjectColumns);
        EntryColumns = new(
            [.. StandardColumns.NamedOfEntries, .. scheme.EntryAttributes.Select(pair => Named(pair.Key, pair.Value.Name))],
            aliases.EntryColumns);
        TimesOfEntries = scheme.EntryAttributes.Where(pair => pair.Value.IsTime).Select(pair => pair.Key)
            .ToFrozenSet(StringComparer.Ordinal);
        Items = new(
            [
                .. scheme.Items.Select(item => Named(item.Code, item.Name)),
                .. scheme.Records.Select(record => Named(record.Code, record.Name)),
            ],
            aliases.Items);
        Levels = new([.. Named(scheme.Levels)], aliases.Levels);
        Evaluators = new([.. Named(scheme.Evaluators)], aliases.Evaluators);
        Kinds = new([(scheme.SubjectKind, []), .. StandardKinds.Select(Named)], aliases.Kinds);
        Categories = new([.. Named(scheme.Categories)], aliases.Categories);
        Employments = new([.. Named(scheme.Employments)], aliases.Employments);
        Grades = new([.. (scheme.Grades?.Bands ?? []).Select(band => Named(band.Id, band.Name))], aliases.Grades);
    }

    /// <summary>Columns of the table <c>subjects</c>: the standard ones and the scheme's attributes.</summary>
    public WordTable SubjectColumns { get; }

    /// <summary>Columns of the table <c>entries</c>: the standard ones and the scheme's attributes of entries.</summary>
    public WordTable EntryColumns { get; }

    /// <summary>The scheme's attributes of entries that hold times of day, by column name; all others hold numbers.</summary>
    public IReadOnlySet<string> TimesOfEntries { get; }

    /// <summary>Items and records.</summary>
    public WordTable Items { get; }

    /// <summary>Levels of entries.</summary>
    public WordTable Levels { get; }

    /// <summary>Those whose ratings are weighed.</summary>
    public WordTable Evaluators { get; }

    /// <summary>Kinds of subject: the one that is assessed, and those that data sets commonly hold beside it.</summary>
    public WordTable Kinds { get; }

    /// <summary>Categories of subjects.</summary>
    public WordTable Categories { get; }

    /// <summary>States of employment.</summary>
    public WordTable Employments { get; }

    /// <summary>Grades.</summary>
    public WordTable Grades { get; }

    private static IEnumerable<(string Code, IEnumerable<string> Names)> Named(IReadOnlyDictionary<string, LocalText> things) =>
        things.Select(pair => Named(pair.Key, pair.Value));

    private static (string Code, IEnumerable<string> Names) Named(string kind) =>
        (kind, KindNames.In(Language.ChineseSimplified, kind).Split('|'));

    private static (string Code, IEnumerable<string> Names) Named(string code, LocalText name) => (code, [name.Chinese, name.English]);
}
