using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>Hiding reviews, and letting them stand.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminReviewsModel : MarketPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public AdminReviews.View View { get; private set; } = null!;

    /// <summary>What was to be done to which review, and why; null unless it is asked again.</summary>
    public (ReviewId Review, string? Reason)? Asked { get; private set; }

    public async Task OnGetAsync()
    {
        Number = Turns.Read(Number);
        View = await SendAsync(new AdminReviews.Query(Actor, Number));
    }

    public Task<IActionResult> OnPostHideAsync(ReviewId review, string? reason) => ChangeAsync(new HideReview.Command(Actor, review, reason), (review, reason));

    public Task<IActionResult> OnPostKeepAsync(ReviewId review, string? reason) => ChangeAsync(new KeepReview.Command(Actor, review, reason), (review, reason));

    private async Task<IActionResult> ChangeAsync(ICommand command, (ReviewId Review, string? Reason) asked)
    {
        var outcome = await SendAsync(command);
        if (outcome.IsDone)
            return GoTo(new Turns(Number, false, "/admin/reviews").Here, "reviews.admin.done");
        Asked = asked;
        await OnGetAsync();
        return Again(outcome);
    }
}
