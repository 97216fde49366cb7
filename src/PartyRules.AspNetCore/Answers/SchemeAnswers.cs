using PartyRules.Schemes;

namespace PartyRules.AspNetCore.Answers;

/// <summary>Says what a scheme is.</summary>
internal static class SchemeAnswers
{
    /// <summary>A scheme in a list.</summary>
    /// <param name="versions">The scheme.</param>
    /// <param name="language">The language.</param>
    public static SchemeSummary Summary(SchemeVersions versions, Language language) => new(
        versions.Id,
        versions.All[^1].Name.In(language),
        versions.SubjectKind,
        versions.HasRounds,
        [.. versions.All.Select(version =>
            new VersionSummary(version.Version, version.ContentHash, version.EffectiveFrom, version.EffectiveTo))]);

    /// <summary>A scheme with its words.</summary>
    /// <param name="versions">The scheme.</param>
    /// <param name="language">The language.</param>
    public static SchemeAnswer Whole(SchemeVersions versions, Language language)
    {
        var summary = Summary(versions, language);
        var scheme = versions.All[^1];
        return new SchemeAnswer(
            summary.Id,
            summary.Name,
            summary.SubjectKind,
            summary.HasRounds,
            summary.Versions,
            scheme.Source.In(language),
            Words(scheme.Items.DistinctBy(item => item.Code), item => item.Code, item => item.Name),
            Words(scheme.Records, record => record.Code, record => record.Name),
            Words(scheme.Components, component => component.Id, component => component.Name),
            Words(scheme.Grades?.Bands ?? [], band => band.Id, band => band.Name),
            Words(scheme.Categories, pair => pair.Key, pair => pair.Value),
            Words(scheme.Employments, pair => pair.Key, pair => pair.Value),
            Words(scheme.Levels, pair => pair.Key, pair => pair.Value));

        IReadOnlyList<Word> Words<T>(IEnumerable<T> all, Func<T, string> code, Func<T, LocalText> name) =>
            [.. all.Select(one => new Word(code(one), name(one).In(language)))];
    }
}
