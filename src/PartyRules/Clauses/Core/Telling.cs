using System.Globalization;
using PartyRules.Arithmetic;
using PartyRules.Conditions;
using PartyRules.Diagnostics;
using PartyRules.Results;

namespace PartyRules.Clauses.Core;

/// <summary>An assessment told line by line: what kinds of clause tell, and in which words.</summary>
/// <param name="assessment">The assessment.</param>
/// <param name="facts">The facts it rests on.</param>
/// <param name="language">The language.</param>
internal sealed class Telling(Assessment assessment, FactsOf facts, Language language)
{
    private static readonly MessageCatalog Texts = MessageCatalog.OfClauses("Explanations");
    private readonly List<string> lines = [];

    /// <summary>What the total is called.</summary>
    public static LocalText NameOfTotal { get; } = Texts.Quote("total.name");

    /// <summary>The assessment.</summary>
    public Assessment Assessment => assessment;

    /// <summary>The facts it rests on.</summary>
    public FactsOf Facts => facts;

    /// <summary>The language.</summary>
    public Language Language => language;

    /// <summary>Conditions in words.</summary>
    public ConditionText Conditions { get; } = new(Texts, language, assessment.Scheme);

    /// <summary>Whether the row is that of a year of rounds.</summary>
    public bool IsYearOfRounds => assessment.Scheme.HasRounds && assessment.Period.Kind == PeriodKind.Year;

    /// <summary>The subject's dossier of the period; null where nothing was worked out from one.</summary>
    public Dossier? Dossier => facts.Of<Dossier>().FirstOrDefault(dossier => dossier.Period == assessment.Period);

    /// <summary>What is known of the row, as conditions ask for it; null where nothing was worked out.</summary>
    public Known? Known => Standing is { } standing
        ? new Known(standing.Dossier, standing.Total, standing.Grade, standing.Placings, Shares: standing.Shares)
        : Dossier is { } dossier ? new Known(dossier) : null;

    /// <summary>Points with their sign.</summary>
    public static string Signed(Points points) => points > 0 ? $"+{points}" : points.ToString();

    /// <summary>The date of an entry.</summary>
    public static string DateOf(Entry entry) => entry.Date.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Adds a line.</summary>
    /// <param name="key">The key of its text.</param>
    /// <param name="arguments">What the text quotes.</param>
    public void Line(string key, params object?[] arguments) => lines.Add(Text(key, arguments));

    /// <summary>A text that stands within a line.</summary>
    public string Text(string key, params object?[] arguments) => Texts.In(language, key, arguments);

    /// <summary>A number as people write it, or that it is not known.</summary>
    public string NumberOf(Exact? number) => number?.ToText() ?? Text("not-known");

    /// <summary>What a clause rests on, in words.</summary>
    public string Cited(Citation citation) => Text(
        citation.IsChoice ? "cited.choice" : "cited",
        Holding("clause.holding", citation.Clause, citation.From, citation.To),
        citation.Text);

    /// <summary>An amount or a clause, and where it does not always hold, from when and until when it does.</summary>
    public string Holding(string key, object amount, DateOnly? from, DateOnly? to)
    {
        var dates = (from, to) switch
        {
            (null, null) => "",
            (not null, null) => "from",
            (null, not null) => "until",
            _ => "between",
        };
        return dates.Length == 0 ? $"{amount}" : Text(key, amount, Text(dates, $"{from:O}", $"{to:O}"));
    }

    /// <summary>The name of an item or record.</summary>
    public LocalText NameOf(string code) => assessment.Scheme.Items.FirstOrDefault(item => item.Code == code)?.Name
        ?? assessment.Scheme.Records.First(record => record.Code == code).Name;

    /// <summary>Tells what a clause asks for that did not apply, and which of several demands the subject does not meet.</summary>
    /// <param name="clause">The clause.</param>
    public void Asked(Demand clause)
    {
        var (asked, cited) = (Conditions.Of(clause.When), Cited(clause.Cites));
        if (IsUndecided(clause.When))
            Line("why-not.undecided", clause.Name, asked, cited);
        else if (Unmet(clause.When) is { Length: > 0 } unmet)
            Line("why-not.unmet", clause.Name, asked, unmet, cited);
        else
            Line("why-not.asked", clause.Name, asked, cited);
    }

    /// <summary>Whether the row is known to meet a condition that looks at no marks.</summary>
    /// <param name="when">The condition.</param>
    public bool Meets(Condition when) => Standing is { } standing && when.HoldsFor(standing);

    /// <summary>Whether what may still happen until the period is over decides a condition.</summary>
    /// <param name="when">The condition.</param>
    public bool IsUndecided(Condition when)
    {
        var dossier = Standing?.Dossier ?? Dossier;
        if (dossier is not { IsOpen: true })
            return false;
        var known = new Known(dossier, Standing?.Total, Standing?.Grade, Standing?.Placings, facts.Of<Mark>(), Standing?.Shares);
        return !when.Holds(known) && !when.Fails(known);
    }

    private Standing? Standing => facts.Of<Standing>().FirstOrDefault(standing => standing.Dossier.Period == assessment.Period);

    /// <summary>The demands that are not met, in words; empty where there is only one, or marks of other rounds decide them.</summary>
    private string Unmet(Condition when)
    {
        if (when is not AllCondition all || Standing is null || all.Needs.HasFlag(Needs.Marks))
            return "";
        var unmet = all.Parts.Where(part => !Meets(part)).ToList();
        return unmet.Count == all.Parts.Count ? "" : string.Join(Text("why-not.between"), unmet.Select(part => Conditions.Of(part)));
    }

    /// <summary>What was told, each line ended by a line feed.</summary>
    public override string ToString() => string.Join('\n', lines) + "\n";
}

/// <summary>A clause that asks for something.</summary>
/// <param name="Name">Its name.</param>
/// <param name="When">What it asks for.</param>
/// <param name="Cites">What it rests on.</param>
/// <param name="Applied">Whether it applied.</param>
/// <param name="IsOfRow">Whether it asks for it once, of the whole row; otherwise of each window or reference by itself.</param>
internal readonly record struct Demand(LocalText Name, Condition When, Citation Cites, bool Applied = false, bool IsOfRow = true);
