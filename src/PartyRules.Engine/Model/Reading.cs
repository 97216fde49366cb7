namespace PartyRules.Engine.Model;

/// <summary>A type of fact that an element of a rule reads.</summary>
/// <param name="FactType">The type.</param>
/// <param name="NeedsAll">Whether the rule is right only once all such facts are known.</param>
internal readonly record struct Reading(Type FactType, bool NeedsAll)
{
    /// <summary>Whether a fact that is yielded as one type may be found where the other is asked for.</summary>
    /// <remarks>A type derived from a yielded one may add an interface, or derive from the class that an interface is read for.</remarks>
    public static bool MayFind(Type yielded, Type asked) =>
        asked.IsAssignableFrom(yielded) || yielded.IsAssignableFrom(asked)
        || (asked.IsInterface && !yielded.IsSealed) || (yielded.IsInterface && !asked.IsSealed);
}
