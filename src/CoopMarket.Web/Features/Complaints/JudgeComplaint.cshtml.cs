using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Answering, extending and settling one complaint.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class JudgeComplaintModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public ComplaintId Id { get; set; }

    [BindProperty]
    public JudgeForm Form { get; set; } = new();

    public JudgeComplaint.View View { get; private set; } = null!;

    private string _sent = "";

    /// <summary>Whether this form was sent and is shown again to be mended.</summary>
    public bool IsSent(string form) => _sent == form;

    /// <summary>What was typed into it; null in the others.</summary>
    public string? Typed(string form) => IsSent(form) ? Form.Words : null;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostAnswerAsync() => ChangeAsync("Answer", new AnswerComplaint.Command(Actor, Id, Form.Words), "complaints.answer.done");

    public Task<IActionResult> OnPostExtendAsync() => ChangeAsync("Extend", new ExtendComplaint.Command(Actor, Id, Form.Until, Form.Words), "complaints.extend.done");

    public Task<IActionResult> OnPostSettleAsync() => ChangeAsync("Settle", new SettleComplaint.Command(Actor, Id, Form.Words), "complaints.settle.done");

    private async Task<IActionResult> ChangeAsync(string form, ICommand command, string done)
    {
        var outcome = await SendAsync(command);
        if (outcome.IsDone)
            return await LoadAsync() && View.From.Email.Length == 0 ? GoTo($"/admin/complaints/{Id}", "complaints.settle.call", Show.Phone(View.From.Phone)) : GoTo($"/admin/complaints/{Id}", done);
        _sent = form;
        return await LoadAsync() ? Again(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync() => await SendAsync(new JudgeComplaint.Query(Actor, Id)) is { } view && (View = view) is not null;
}

/// <summary>What an admin says of a complaint.</summary>
internal sealed class JudgeForm
{
    public string? Words { get; set; }

    public DateOnly? Until { get; set; }
}
