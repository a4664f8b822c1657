using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>A return that an admin settles where the cooperative does not, or where it was lost on its way back.</summary>
internal sealed class ReturnFileModel : MarketPage
{
    public ReturnFile.View Shown { get; private set; } = null!;

    [BindProperty]
    public Settlement Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code, ReturnId id) => await LoadAsync(code, id) ? Page() : NotFound();

    public Task<IActionResult> OnPostSettleAsync(string code, ReturnId id) => DoAsync(code, id, new SettleReturn.Command(Actor, code, id, Form.Amount, Form.Why));

    public Task<IActionResult> OnPostLostAsync(string code, ReturnId id) => DoAsync(code, id, new LoseReturn.Command(Actor, code, id, Form.Amount, Form.Why));

    private async Task<IActionResult> DoAsync(string code, ReturnId id, ICommand<Outcome<Money>> command)
    {
        if (!await LoadAsync(code, id))
            return NotFound();
        var outcome = await SendAsync(command);
        return outcome.IsDone ? GoTo($"/admin/orders/{code}", Shown.CallInstead is null ? "admin.return.done" : "admin.return.done.call", Show.Phone(Shown.CallInstead ?? "")) : Again(outcome);
    }

    private async Task<bool> LoadAsync(string code, ReturnId id)
    {
        if (await SendAsync(new ReturnFile.Query(Actor, code, id)) is not { } shown)
            return false;
        Shown = shown;
        return true;
    }

    internal sealed class Settlement
    {
        public string? Amount { get; set; }

        public string? Why { get; set; }
    }
}
