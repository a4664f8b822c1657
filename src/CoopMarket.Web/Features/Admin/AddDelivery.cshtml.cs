using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Shipping;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>The market's delivery prices from a day to come, in one table; it begins with those in force.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AddDeliveryModel : MarketPage
{
    private const int Spare = 2;

    [BindProperty]
    public AddDeliveryDefaults.Form Form { get; set; } = new();

    public async Task OnGetAsync()
    {
        var rules = await SendAsync(new Rules.Query(Actor));
        var weights = rules.RatesNow.Select(r => r.UpToGrams).Distinct().Order().Take(AddDeliveryDefaults.MostBands).ToList();
        Form = new() { UpTo = [.. weights.Select(Show.Number)], PickUp = rules.PickUpNow, From = rules.Tomorrow };
        foreach (var rates in Enum.GetValues<Zone>().Select(z => rules.RatesNow.Where(r => r.Zone == z).ToList()))
            Form.Zones.Add(new()
            {
                Prices = [.. weights.Select(w => rates.Find(r => r.UpToGrams == w) is { } rate ? Show.Number(rate.PriceDong) : "")],
                DaysMin = rates.Count == 0 ? "" : Show.Number(rates.Min(r => r.DaysMin)),
                DaysMax = rates.Count == 0 ? "" : Show.Number(rates.Max(r => r.DaysMax)),
            });
        Widen(Math.Min(weights.Count + Spare, AddDeliveryDefaults.MostBands));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Widen(Math.Min(Form.UpTo.Count, AddDeliveryDefaults.MostBands));
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new AddDeliveryDefaults.Command(Actor, RuleDay.Of(Form.From), Form.UpTo, Form.Zones, Form.PickUp));
        return outcome.IsDone ? GoTo("/admin/rules", "settlement.rules.done") : Again(outcome);
    }

    // Whatever was sent, the page has a cell for each zone and weight.
    private void Widen(int columns)
    {
        while (Form.UpTo.Count < columns)
            Form.UpTo.Add("");
        while (Form.Zones.Count < Enum.GetValues<Zone>().Length)
            Form.Zones.Add(new());
        foreach (var row in Form.Zones)
            while (row.Prices.Count < columns)
                row.Prices.Add("");
    }
}
