using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Shipping;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AddBlockModel : MarketPage
{
    [BindProperty]
    public BlockForm Form { get; set; } = new();

    public Rules.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        View = await SendAsync(new Rules.Query(Actor));
        Form.From ??= View.Tomorrow;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = RuleDay.Of(Form.From) is { } from
            ? await SendAsync(new AddDeliveryBlock.Command(Actor, Form.Category ?? "", (Form.Place ?? "").Trim().ToUpperInvariant(), !Form.Lift, Form.ReasonVi ?? "", Form.ReasonEn ?? "", from, Form.ReasonFr ?? ""))
            : Outcome.Invalid("From", "settlement.rules.from.flaw");
        if (outcome.IsDone)
            return GoTo("/admin/rules", "settlement.rules.done");
        await OnGetAsync();
        return Again(outcome);
    }

    internal sealed class BlockForm
    {
        public string? Category { get; set; }

        public string? Place { get; set; }

        public bool Lift { get; set; }

        public string? ReasonVi { get; set; }

        public string? ReasonEn { get; set; }

        public string? ReasonFr { get; set; }

        public DateOnly? From { get; set; }
    }
}
