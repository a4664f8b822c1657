using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Shipping;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AddDeliveryModel : MarketPage
{
    [BindProperty]
    public DeliveryForm Form { get; set; } = new();

    public async Task OnGetAsync()
    {
        var rules = await SendAsync(new Rules.Query(Actor));
        Form = new() { Rates = RateLines.Write(rules.RatesNow), PickUp = rules.PickUpNow, From = rules.Tomorrow };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = RateLines.Read(Form.Rates) is { } rates && RuleDay.Of(Form.From) is { } from
            ? await SendAsync(new AddDeliveryDefaults.Command(Actor, from, rates, Form.PickUp))
            : Domain.Shared.Outcome.Invalid(RuleDay.Of(Form.From) is null ? "From" : "Rates", RuleDay.Of(Form.From) is null ? "settlement.rules.from.flaw" : "settlement.rules.rates.flaw");
        return outcome.IsDone ? GoTo("/admin/rules", "settlement.rules.done") : Again(outcome);
    }

    internal sealed class DeliveryForm
    {
        public string? Rates { get; set; }

        public bool PickUp { get; set; }

        public DateOnly? From { get; set; }
    }
}
