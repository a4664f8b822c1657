using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Payments;

/// <summary>What an admin types about a line of the bank; each button reads its own of it.</summary>
internal sealed class LineForm
{
    public string? Code { get; set; }

    public string? Note { get; set; }

    public string? TaxMonth { get; set; }

    public string? Reference { get; set; }

    public string? Kept { get; set; }

    public string? Run { get; set; }

    public int? Position { get; set; }

    public MoneyInId? Same { get; set; }
}
