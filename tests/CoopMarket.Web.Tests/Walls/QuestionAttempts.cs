using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Questions;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>How buyers, desks and admins use threads, and look at the photos of complaints.</summary>
internal static class QuestionAttempts
{
    private const string Yours = "/questions/{code:length(1,40)}/{secret:length(22)?}";
    private const string Desk = "/sell/questions/{id:guid}";
    private const string Office = "/admin/questions/{id:guid}";

    public static IEnumerable<(string Route, Attempt Attempt)> All => [.. OfBuyers, .. OfDesks, .. OfAdmins, .. OfComplaints];

    private static IEnumerable<(string, Attempt)> OfBuyers =>
    [
        ("GET /ask -", new(side => "/ask?product=" + side.Live)),
        ("POST /ask -", new(side => "/ask?product=" + side.Live) { Typed = (_, _) => [("Form.Words", "Còn hàng không?"), ("Form.Name", "Hạnh"), ("Form.Email", "hanh@thu.test")] }),
        ($"GET {Yours} -", new(side => "/questions/" + side.QuestionPath)),
        ($"POST {Yours} -", new(side => "/questions/" + side.QuestionPath) { Before = OpenAsync, Typed = (_, _) => [("Form.Words", "Còn hàng không?")] }),
        ($"POST {Yours} Close", new(side => "/questions/" + side.QuestionPath) { Before = OpenAsync }),
        ($"POST {Yours} Report", new(side => "/questions/" + side.QuestionPath) { Before = OpenAsync, Typed = (_, _) => [("Why", "Đòi tiền")] }),
        ("GET /questions/{code:length(1,40)}/photos/{photo} -", new(side => $"/questions/{side.QuestionPath.Replace("/", $"/photos/{side.QuestionPhoto}?s=", StringComparison.Ordinal)}") { Before = KeepMasterAsync }),
        ("GET /account/questions -", new("/account/questions")),
    ];

    private static IEnumerable<(string, Attempt)> OfDesks =>
    [
        ("GET /sell/questions -", new("/sell/questions")),
        ($"GET {Desk} -", new(side => "/sell/questions/" + side.Question)),
        ($"GET {Desk}/photos/{{photo}} -", new(side => $"/sell/questions/{side.Question}/photos/{side.QuestionPhoto}") { Before = KeepMasterAsync }),
        ($"POST {Desk} -", new(side => "/sell/questions/" + side.Question) { Before = OpenAsync, Typed = (_, _) => [("Form.Words", "Còn chị ạ")] }),
        ($"POST {Desk} Close", new(side => "/sell/questions/" + side.Question) { Before = ReportedAsync }),
        ($"POST {Desk} Report", new(side => "/sell/questions/" + side.Question) { Before = OpenAsync, Typed = (_, _) => [("Why", "Quấy rầy")] }),
    ];

    private static IEnumerable<(string, Attempt)> OfAdmins =>
    [
        ("GET /admin/questions -", new("/admin/questions")),
        ($"GET {Office} -", new(side => "/admin/questions/" + side.Question)),
        ($"GET {Office}/photos/{{photo}} -", new(side => $"/admin/questions/{side.Question}/photos/{side.QuestionPhoto}") { Before = ReadAsync }),
        ($"POST {Office} Read", new(side => "/admin/questions/" + side.Question) { Typed = (_, _) => [("Reason", "Được báo")] }),
        ($"POST {Office} Seen", new(side => "/admin/questions/" + side.Question) { Before = ReportedAsync }),
    ];

    private static IEnumerable<(string, Attempt)> OfComplaints =>
    [
        ("GET /complaints/{code:length(1,40)}/{secret:length(22)}/photos/{photo} -", new(side => $"/complaints/{side.ComplaintPath}/photos/{side.ComplaintPhoto}") { Before = KeepComplaintsAsync }),
        ("GET /sell/complaints/{id:guid}/photos/{photo} -", new(side => $"/sell/complaints/{side.Complaint}/photos/{side.ComplaintPhoto}") { Before = KeepComplaintsAsync }),
        ("GET /admin/complaints/{id:guid}/photos/{photo} -", new(side => $"/admin/complaints/{side.Complaint}/photos/{side.ComplaintPhoto}") { Before = KeepComplaintsAsync }),
    ];

    private static async Task<(string, string)[]> OpenAsync(World world, Side side)
    {
        await world.Market.PutBackAsync(side.Question);
        return [];
    }

    private static async Task<(string, string)[]> ReportedAsync(World world, Side side)
    {
        await world.Market.PutBackAsync(side.Question, isReported: true);
        return [];
    }

    private static async Task<(string, string)[]> ReadAsync(World world, Side side)
    {
        (await world.Market.SendAsync(new ReadQuestion.Command(world.AdminActor, side.Question, "Được báo"))).IsDone.ShouldBeTrue();
        return await KeepMasterAsync(world, side);
    }

    private static Task<(string, string)[]> KeepMasterAsync(World world, Side side) => KeepAsync(world, side.QuestionPhoto);

    private static Task<(string, string)[]> KeepComplaintsAsync(World world, Side side) => KeepAsync(world, side.ComplaintPhoto);

    private static async Task<(string, string)[]> KeepAsync(World world, PhotoId id)
    {
        var photo = (await world.Market.RowsAsync<Photo>()).Single(p => p.Id == id);
        using var jpeg = new MemoryStream(PhotosFactory.Jpeg());
        await world.Market.Services.GetRequiredService<IBlobs>().Put(Variants.MasterKey(photo.Hash), jpeg, "image/jpeg", CancellationToken.None);
        return [];
    }
}
