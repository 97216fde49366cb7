namespace PartyRules.NRules;

/// <summary>What a session shows of how a scheme comes to its assessments.</summary>
public enum SessionMode
{
    /// <summary>
    /// The facts in between, such as credits and totals, are in the session, for rules of the host to read and to add to. Where the scheme
    /// compares subjects or has rounds, only assessments come back.
    /// </summary>
    Open,

    /// <summary>
    /// Only assessments are in the session: the facts of each subject are grouped, and assessed by the compiled rules at once.
    /// </summary>
    Sealed,
}
