using CoopMarket.Domain.Questions;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Questions;

/// <summary>A thread for whoever asked.</summary>
[UploadLimit, EnableRateLimiting(Limit.Message), RequestFormLimits(MultipartBodyLengthLimit = UploadLimitAttribute.Bytes)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class YourQuestionModel(MessagePhotos photos, Ids ids) : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Secret { get; set; }

    [BindProperty]
    public MessageForm Form { get; set; } = new();

    [BindProperty]
    public string? Why { get; set; }

    public YourQuestion.View View { get; private set; } = null!;

    private string Here => $"/questions/{Code}/{Secret}".TrimEnd('/');

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files)
    {
        if (!await LoadAsync())
            return NotFound();
        if (await photos.TakeInAsync(Form.Kept, files, HttpContext.RequestAborted) is { IsDone: false } no)
            return Again(no, "");
        var outcome = await SendAsync(new WriteToCooperative.Command(Actor, Code, Secret, Form.FormKey, Form.Words, Form.Sure, Form.Kept));
        Form.Sure |= outcome.Refusal is LeadsOutside;
        return outcome.IsDone ? GoTo(Here, "questions.sent") : Again(outcome);
    }

    public async Task<IActionResult> OnPostCloseAsync()
        => await SendAsync(new CloseYourQuestion.Command(Actor, Code, Secret)) is { IsDone: false } no ? GoToWith(Here, no.Refusal!) : GoTo(Here, "questions.closed");

    public async Task<IActionResult> OnPostReportAsync()
    {
        var outcome = await SendAsync(new ReportYourQuestion.Command(Actor, Code, Secret, Why));
        return outcome.IsDone ? GoTo(Here, "questions.reported") : await LoadAsync() ? Again(outcome, "") : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        Form.FormKey ??= ids.Secret();
        return await SendAsync(new YourQuestion.Query(Actor, Code, Secret)) is { } view && (View = view) is not null;
    }
}
