using System.Globalization;
using System.Text;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;
using PartyRules.Engine.Tracing;

namespace PartyRules.Engine;

/// <summary>Why a fact was not yielded, or a rule did not fire: how near each rule came, the nearest first.</summary>
/// <remarks>Immutable; as thread-safe as the facts it names.</remarks>
/// <seealso href="https://doi.org/10.1145/1559845.1559901">Chapman and Jagadish, Why Not?, SIGMOD 2009</seealso>
public sealed class WhyNot
{
    internal WhyNot(string question, IReadOnlyList<NearestAttempt> attempts)
    {
        Question = question;
        Attempts = attempts;
    }

    /// <summary>What was asked about: the name of a type of fact, or of a rule.</summary>
    public string Question { get; }

    /// <summary>
    /// An attempt for each rule that could have yielded the fact and did not, the nearest first: by the share of elements that were
    /// satisfied, then by the name of the
    /// rule. Empty where no rule yields such facts, or each that could did.
    /// </summary>
    public IReadOnlyList<NearestAttempt> Attempts { get; }

    /// <summary>The attempts, each in a paragraph.</summary>
    public override string ToString() => Attempts.Count == 0
        ? $"Why not {Question}? No rule that could yield it failed to."
        : $"Why not {Question}?\n{string.Join('\n', Attempts)}";
}

/// <summary>How near a rule came to firing.</summary>
/// <remarks>Immutable; as thread-safe as the facts it names.</remarks>
public sealed class NearestAttempt
{
    private readonly Attempt attempt;

    internal NearestAttempt(Attempt attempt) => this.attempt = attempt;

    /// <summary>The rule.</summary>
    public RuleDefinition Rule => attempt.Rule;

    /// <summary>
    /// How many elements of the left-hand side were satisfied, in the order in which they are written, before one was not.
    /// </summary>
    public int Satisfied => attempt.Satisfied;

    /// <summary>How many elements there are, in the alternative that came nearest; each filter is one.</summary>
    public int Elements => attempt.Elements;

    /// <summary>
    /// The facts that were matched, in the order of the elements; the last is the one on which the attempt failed, where it failed on a
    /// fact.
    /// </summary>
    public IReadOnlyList<MatchedFact> Facts => attempt.Facts;

    /// <summary>
    /// The first condition that did not hold, as code with the values of its sides, such as <c>total.Points >= 90 (89.5 >= 90)</c>; or
    /// else, in
    /// words, what was missing, was there and should not be, or was yielded instead.
    /// </summary>
    public string Failed => attempt.Failed;

    /// <summary>
    /// Whether every combination was looked at; false where the search stopped at its bound, so that a nearer attempt may exist.
    /// </summary>
    public bool IsComplete => attempt.IsComplete;

    /// <summary>The rule, how many elements were satisfied, what failed, and the facts.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Rule.Name}: {Satisfied} of {Elements} elements satisfied; {Failed}");
        foreach (var fact in Facts)
            text.Append(CultureInfo.InvariantCulture, $"\n  {fact}");
        if (!IsComplete)
            text.Append("\n  (not every combination was looked at)");
        return text.ToString();
    }
}
