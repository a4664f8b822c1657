using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Questions;

/// <summary>Gives a photo of a thread to an admin who said why she reads it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminQuestionPhotoModel : MarketPage
{
    public async Task<IActionResult> OnGetAsync(QuestionId id, PhotoId photo, bool small)
        => await SendAsync(new AdminQuestionPhoto.Query(Actor, id, photo, small)) is { } jpeg ? File(jpeg, "image/jpeg") : NotFound();
}
