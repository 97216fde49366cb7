using PartyRules.Clauses.Core;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Multipliers;

/// <summary>How multipliers are told.</summary>
internal static class MultiplierTelling
{
    /// <summary>The multipliers that ask for something.</summary>
    /// <param name="account">The account.</param>
    /// <param name="multipliers">The multipliers.</param>
    /// <param name="name">What they multiply.</param>
    public static IEnumerable<Demand> DemandsOf(
        this Telling account, IReadOnlyList<Multiplier> multipliers, LocalText name) =>
        account.Dossier is not { } dossier ? []
            : multipliers.Where(multiplier => multiplier.When is not null)
                .Select(multiplier => new Demand(name, multiplier.When!, multiplier.Cites, multiplier.AppliesTo(dossier)));

    /// <summary>Tells what a component's points were multiplied by, and what that made.</summary>
    public static void TellMultiplied(this Telling account, ComponentScore score)
    {
        account.TellMultipliers(score.Component.Multipliers);
        if (score.Component.Multipliers.Count > 0 || score.Component.Carries.Count > 0)
            account.Line("multiplied", score.Start + score.Sum);
    }

    /// <summary>Tells the factors of the multipliers that apply, and what they were made of.</summary>
    public static void TellMultipliers(this Telling account, IReadOnlyList<Multiplier> multipliers)
    {
        if (account.Dossier is not { } dossier)
            return;
        foreach (var multiplier in multipliers.Where(multiplier => multiplier.AppliesTo(dossier)))
            account.Tell(multiplier, dossier);
    }

    private static void Tell(this Telling account, Multiplier multiplier, Dossier dossier)
    {
        if (multiplier.FactorOf(dossier) is not { } factor)
        {
            account.Line("multiplier.undecided", account.Cited(multiplier.Cites));
            return;
        }

        var by = multiplier.OnAdditions ? account.Text("multiplier.on-additions", factor.Number.ToText()) : factor.Number.ToText();
        var cited = account.Cited(multiplier.Cites);
        if (factor.Row is { } row)
            account.Line("multiplier.Row", by, cited, row + 1, account.Conditions.Of(((TableFactor)multiplier.Source).Rows[row].When));
        else if (factor.Measure is { } measure)
            account.Line($"multiplier.{factor.Origin}", by, cited, measure.Name, account.NumberOf(factor.Measured), account.BandOf(factor));
        else
            account.Line($"multiplier.{factor.Origin}", by, cited, factor.Part, factor.Whole, multiplier.Source.Column);
    }

    private static string BandOf(this Telling account, Factor factor) => factor.Band is not { } band ? ""
        : account.Text(band.IsOpen ? "multiplier.above" : "multiplier.from", band.From);
}
