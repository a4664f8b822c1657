using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Questions;

/// <summary>One thread for an admin.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminQuestionModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public QuestionId Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public AdminQuestion.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostReadAsync() => ChangeAsync(new ReadQuestion.Command(Actor, Id, Reason), "questions.admin.opened");

    public Task<IActionResult> OnPostSeenAsync() => ChangeAsync(new SeeToQuestion.Command(Actor, Id), "questions.admin.seen");

    private async Task<IActionResult> ChangeAsync(ICommand command, string done)
    {
        var outcome = await SendAsync(command);
        return outcome.IsDone ? GoTo($"/admin/questions/{Id}", done) : await LoadAsync() ? Again(outcome, "") : NotFound();
    }

    private async Task<bool> LoadAsync() => await SendAsync(new AdminQuestion.Query(Actor, Id)) is { } view && (View = view) is not null;
}
