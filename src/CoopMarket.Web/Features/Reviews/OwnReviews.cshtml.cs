using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>The desk's reviews: answering, translating, and asking the market to look at one.</summary>
internal sealed class OwnReviewsModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public DeskForm Form { get; set; } = new();

    public OwnReviews.View View { get; private set; } = null!;

    /// <summary>Which of a review's forms was sent and is shown again; null unless there is something to mend.</summary>
    public string? Sent { get; private set; }


    public async Task OnGetAsync()
    {
        Number = Turns.Read(Number);
        View = await SendAsync(new OwnReviews.Query(Actor, Cooperative, Number));
    }

    public Task<IActionResult> OnPostAnswerAsync() => ChangeAsync("Answer", new AnswerReview.Command(Actor, Cooperative, Form.Review, Form.Words), "reviews.desk.answered");

    public Task<IActionResult> OnPostTranslateAsync()
        => ChangeAsync("Translate", new TranslateReview.Command(Actor, Cooperative, Form.Review, Form.Language, Form.Words), "reviews.desk.translated");

    public Task<IActionResult> OnPostReportAsync() => ChangeAsync("Report", new ContestReview.Command(Actor, Cooperative, Form.Review, Form.Reason, Form.Words), "reviews.desk.reported");

    private async Task<IActionResult> ChangeAsync(string form, ICommand command, string done)
    {
        var outcome = await SendAsync(command);
        if (outcome.IsDone)
            return GoTo(new Turns(Number, false, "/sell/reviews").Here, done);
        Sent = form;
        await OnGetAsync();
        return Again(outcome);
    }
}

/// <summary>What is said at the desk about one review.</summary>
internal sealed class DeskForm
{
    public ReviewId Review { get; set; }

    public string? Words { get; set; }

    public string? Language { get; set; }

    public string? Reason { get; set; }
}
