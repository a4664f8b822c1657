using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Complaints;

/// <summary>Something happened to a complaint.</summary>
/// <param name="Number">Of the step in its trail.</param>
[EventName("complaints.moved")]
public sealed record ComplaintMoved(ComplaintId Complaint, int Number) : DomainEvent;
