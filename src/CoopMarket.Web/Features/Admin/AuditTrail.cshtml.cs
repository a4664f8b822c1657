using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CoopMarket.Web.Features.Admin;

/// <summary>Searches what was done at the desks and in the office.</summary>
[BindProperties(SupportsGet = true)]
internal sealed class AuditTrailModel : MarketPage
{
    private const int Longest = 200;

    public string? Who { get; set; }

    public string? Coop { get; set; }

    public string? What { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public Guid? Before { get; set; }

    [BindNever]
    public AuditTrail.View Shown { get; private set; } = null!;

    public async Task OnGetAsync()
        => Shown = await SendAsync(new AuditTrail.Query(Actor, Clean(Who), Clean(Coop), Clean(What), From, To, Before));

    /// <summary>The address of the same search, further back.</summary>
    public string Further()
        => "~/admin/audit" + QueryString.Create(new Dictionary<string, string?>
        {
            ["who"] = Who,
            ["coop"] = Coop,
            ["what"] = What,
            ["from"] = From?.ToString("O"),
            ["to"] = To?.ToString("O"),
            ["before"] = Shown.Older?.ToString(),
        });

    private static string Clean(string? typed) => typed is null ? "" : typed.Trim()[..Math.Min(typed.Trim().Length, Longest)].Replace("\0", "", StringComparison.Ordinal);
}
