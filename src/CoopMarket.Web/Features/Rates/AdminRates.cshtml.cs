using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Rates;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminRatesModel : MarketPage
{
    [BindProperty]
    public AddRate.Form Form { get; set; } = new();

    [BindProperty]
    public string? Percent { get; set; }

    public RateTable.View View { get; private set; } = null!;

    /// <summary>Whether she is asked to say that a rate far from the last one is meant.</summary>
    public bool AsksWhetherMeant { get; private set; }

    public async Task OnGetAsync()
    {
        View = await SendAsync(new RateTable.Query(Actor));
        Form.Day ??= View.Today;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new AddRate.Command(Actor, Form.Currency, Form.Day, Form.Rate, Form.IsMeant));
        AsksWhetherMeant = outcome.Refusal is Domain.Rates.RateFarOff;
        return await AnswerAsync(outcome, "Form");
    }

    public async Task<IActionResult> OnPostMarginAsync() => await AnswerAsync(await SendAsync(new SetMargin.Command(Actor, Percent)), "");

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string form)
    {
        if (outcome.IsDone)
            return GoTo("/admin/rates", "rates.done");
        await OnGetAsync();
        return Again(outcome, form);
    }
}
