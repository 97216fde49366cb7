namespace PartyRules.Verification.Search;

/// <summary>An entry of a data set in the making: all but whom it is about and its identifier.</summary>
/// <param name="Item">The code.</param>
/// <param name="Date">The day.</param>
/// <param name="Value">The value; null for none.</param>
/// <param name="Level">The level; empty for none.</param>
/// <param name="Reference">The reference; empty for none.</param>
/// <param name="Evaluator">Who gave it; empty for nobody.</param>
internal sealed record Act(
    string Item, DateOnly Date, Points? Value = null, string Level = "", string Reference = "", string Evaluator = "");
