using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>Another rule starts at the same moment.</summary>
public sealed record RuleStartsThen : Refusal;

/// <summary>A rule can't start in the past: orders were placed under another one.</summary>
public sealed record RuleStartsInPast : Refusal;
