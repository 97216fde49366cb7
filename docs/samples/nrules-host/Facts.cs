namespace Harbour;

// The facts of an invented harbour's safety programme. Nothing in them knows of PartyRules.

/// <summary>Something that was seen of a worker.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Points">What it counts; below zero for what was unsafe.</param>
public sealed record Observation(string Worker, int Points);

/// <summary>A worker's score of the year.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Points">The score.</param>
public sealed record SafetyScore(string Worker, int Points);

/// <summary>One look at a crew's berth.</summary>
/// <param name="Crew">The crew.</param>
/// <param name="What">What was looked at.</param>
/// <param name="Points">What it was worth.</param>
/// <param name="Day">When.</param>
public sealed record Inspection(string Crew, string What, decimal Points, DateOnly Day);

/// <summary>A voucher for the canteen.</summary>
/// <param name="For">Who gets it.</param>
/// <param name="Because">Why.</param>
public sealed record Voucher(string For, string Because);
