using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>What delivery to one zone costs: weight by weight.</summary>
internal sealed class SetDeliveryPricesModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Manager;

    private const int Spare = 2;

    /// <summary>The name of a zone, in any case.</summary>
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "zone")]
    public string Place { get; set; } = "";

    [BindProperty]
    public SetDeliveryPrices.Form Form { get; set; } = new();

    public Zone Zone { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Find())
            return NotFound();
        var shown = await SendAsync(new OwnDelivery.Query(Actor, Cooperative));
        var rates = shown.Zones.Single(z => z.Zone == Zone).Rates;
        Form = new()
        {
            Bands = [.. rates.Select(r => new SetDeliveryPrices.Band { UpTo = Show.Number(r.UpToGrams), Price = Show.Number(r.PriceDong) })],
            DaysMin = rates.Count == 0 ? "" : Show.Number(rates.Min(r => r.DaysMin)),
            DaysMax = rates.Count == 0 ? "" : Show.Number(rates.Max(r => r.DaysMax)),
            Stop = rates.Count == 0,
        };
        while (Form.Bands.Count < Math.Min(rates.Count + Spare, SetDeliveryPrices.MostBands))
            Form.Bands.Add(new());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Find())
            return NotFound();
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new SetDeliveryPrices.Command(Actor, Cooperative, Zone, Form.Bands, Form.DaysMin, Form.DaysMax, Form.Stop));
        return outcome.IsDone ? GoTo("/sell/delivery", "shipping.zone.saved", Words["shipping.zone." + Zone]) : Again(outcome);
    }

    private bool Find()
    {
        Zone = Enum.GetValues<Zone>().FirstOrDefault(z => z.ToString().Equals(Place, StringComparison.OrdinalIgnoreCase));
        return Zone.ToString().Equals(Place, StringComparison.OrdinalIgnoreCase);
    }
}
