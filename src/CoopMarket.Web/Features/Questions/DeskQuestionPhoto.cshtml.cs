using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Questions;

/// <summary>Gives a photo of a thread to the cooperative.</summary>
internal sealed class DeskQuestionPhotoModel : DeskPage
{
    public async Task<IActionResult> OnGetAsync(QuestionId id, PhotoId photo, bool small)
        => await SendAsync(new DeskQuestionPhoto.Query(Actor, Cooperative, id, photo, small)) is { } jpeg ? File(jpeg, "image/jpeg") : NotFound();
}
